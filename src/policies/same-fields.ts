/** Whether two plain records say the same, field by field, in whatever order their fields stand. */
export const haveSameFields = <Fields extends object>(one: Fields, other: Fields): boolean => {
  const fieldsOf = (fields: Fields): string =>
    JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return fieldsOf(one) === fieldsOf(other);
};
