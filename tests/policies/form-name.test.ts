import { formName } from '../../src/policies/form-name.ts';

describe('the name of a student on a form', () => {
  it.each(['Сергеевна', null])(
    'T-44: is surname and first name, with the patronymic %s left out',
    (patronymic) => {
      expect(formName({ familyName: 'Иванова', givenName: 'Анна', patronymic })).toBe('Иванова Анна');
    },
  );
});
