import type { SignInWay as Way } from '../authentication-doors.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** A way to prove who one is. */
export const SignInWay = graphqlEnum<Way>('SignInWay', 'A way to prove who one is.', {
  code: 'A one-time code that an administrator, or the curator, made.',
  password: 'The password that the holder of the account chose.',
  provider: 'The identity provider of the college.',
});
