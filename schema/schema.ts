import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { commandResolvers } from './commands/register.ts';
import { JournalEdges } from './edges/journal.ts';
import { LessonEdges } from './edges/lesson.ts';
import { StudentEdges } from './edges/student.ts';
import { StudyGroupEdges } from './edges/study-group.ts';
import { secure } from './secure.ts';
import { SessionResolver } from './session.ts';
import { EditWindowClosed, RevisionConflict, RuleRefusal } from './user-error.ts';
import { ViewerResolver } from './viewer.ts';

/** Every resolver there is. A new noun is one more line. */
const resolvers = [
  SessionResolver,
  ViewerResolver,
  JournalEdges,
  LessonEdges,
  StudentEdges,
  StudyGroupEdges,
  ...commandResolvers,
] as unknown as NonEmptyArray<new () => object>;

/** Builds the contract: the whole schema, every field behind its policy. Throws where a field has none. */
export const buildGradeLedgerSchema = (): GraphQLSchema =>
  secure(
    buildSchemaSync({
      resolvers,
      orphanedTypes: [RuleRefusal, EditWindowClosed, RevisionConflict],
      validate: false,
    }),
  );
