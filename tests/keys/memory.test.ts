import { memoryKeyring } from '../../src/keys/memory-keyring.ts';
import { keyringContract } from './contract.ts';

const keyring = memoryKeyring();
keyringContract('memory', () => Promise.resolve(keyring));
