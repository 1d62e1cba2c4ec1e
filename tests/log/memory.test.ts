import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { contract } from './contract.ts';

contract('memory', memoryLog);
