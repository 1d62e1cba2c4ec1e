import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** What became different between two versions of the contract. */
export interface ContractChanges {
  /** Changes after which a client that worked may not, as `coordinate: sentence`. */
  readonly breaking: readonly string[];
  /** Those of them that the changelog does not name. */
  readonly unannounced: readonly string[];
  readonly others: number;
}

/** The part of the changelog that speaks of what no release holds yet. */
const unreleased = (changelog: string): string =>
  /^## Unreleased$(.*?)(?=^## |$(?![^]))/msu.exec(changelog)?.[1] ?? '';

/**
 * Compares two versions of the contract. A breaking change is announced where the unreleased part of the changelog names
 * its coordinate in code marks: `` `Type.field` ``.
 */
export const contractChanges = async (
  before: GraphQLSchema,
  after: GraphQLSchema,
  changelog: string,
): Promise<ContractChanges> => {
  const changes = await diff(before, after);
  const announced = unreleased(changelog);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  const told = ({ path, message }: (typeof breaking)[number]): string => `${path ?? 'schema'}: ${message}`;
  return {
    breaking: breaking.map(told),
    unannounced: breaking.filter(({ path }) => !announced.includes(`\`${path ?? 'schema'}\``)).map(told),
    others: changes.length - breaking.length,
  };
};

/** How a deprecation must read, so that a client knows what to take instead and until when there is time. */
const DATED = /^Use .+; removed after \d{4}-\d{2}-\d{2}\.$/u;

/** Deprecated fields, arguments, input fields and enum values that do not say until when they stay. */
export const undatedDeprecations = (schema: GraphQLSchema): readonly string[] => {
  const found: string[] = [];
  const look = (coordinate: string, reason: string | null | undefined): void => {
    if (typeof reason === 'string' && !DATED.test(reason)) found.push(coordinate);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type))
      for (const { name, deprecationReason } of type.getValues())
        look(`${type.name}.${name}`, deprecationReason);
    if (isInputObjectType(type))
      for (const { name, deprecationReason } of Object.values(type.getFields()))
        look(`${type.name}.${name}`, deprecationReason);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, deprecationReason, args } of Object.values(type.getFields())) {
      look(`${type.name}.${name}`, deprecationReason);
      for (const arg of args) look(`${type.name}.${name}(${arg.name}:)`, arg.deprecationReason);
    }
  }
  return found.sort();
};
