import { Field, ID, ObjectType } from 'type-graphql';
import type { Account as Row } from '../../projections/directory/table.ts';
import { Access } from '../access.ts';
import { Personal } from '../personal.ts';
import { AccountHolder } from '../enums/college.ts';
import { globalId } from '../global-id.ts';

@ObjectType({ simpleResolvers: true, description: 'An account: a member of staff, a student or a guardian.' })
export class Account {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Personal('staff')
  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The name of the holder; null where it was erased.' })
  readonly name!: string | null;

  @Access('signedIn')
  @Field(() => Boolean, {
    description: 'Whether the name was destroyed: then it is null, and the id is all that is left.',
  })
  readonly isErased!: boolean;

  @Access('signedIn')
  @Field(() => AccountHolder, { description: 'Whose it is.' })
  readonly holder!: Row['holder'];
}

/** An account as the API shows it. */
export const accountOf = ({ account, name, holder }: Row): Account => ({
  id: globalId('Account', account),
  name,
  isErased: name === null,
  holder,
});
