/** The program cannot start or go on, for a reason its operator can mend: the message is one sentence for the screen. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
