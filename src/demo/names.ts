import { v5 } from 'uuid';

/** Everything the demo names descends from this name: another one gives another demo. */
const SEED = 'gradeledger demo 1';

const NAMESPACE = v5(SEED, v5.DNS);

/** The id of a demo college, always the same for the same key. */
export const collegeId = (key: string): string => v5(key, NAMESPACE);

/** The id of a thing of a college, by a name that says what it is: `student 3.14`. */
export const idOf = (college: string, name: string): string => v5(name, college);
