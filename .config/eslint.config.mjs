import tseslint from 'typescript-eslint';

const core = ['events/**', 'src/policies/**', 'src/decisions/**', 'projections/**/apply.ts'];

const impure = [
  ['NewExpression[callee.name="Date"]', 'The core has no clock: take the instant as an argument.'],
  ['MemberExpression[object.name="Date"][property.name="now"]', 'The core has no clock.'],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', 'The core has no clock.'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'The core has no randomness.'],
  [':function[async=true]', 'The core does no I/O, so nothing in it waits.'],
].map(([selector, message]) => ({ selector, message }));

export default tseslint.config(
  { ignores: ['node_modules/**', '.data/**', 'coverage/**', 'schema/documents/documents.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname + '/..' },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
  // A type-graphql class is a shape with decorators, not a class with behaviour of its own.
  {
    files: ['schema/**/*.ts'],
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: core,
    ignores: ['events/catalogue.ts', 'events/catalogue/**'],
    rules: {
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-imports': ['error', { paths: ['node:crypto', 'node:fs', 'pg'] }],
    },
  },
  {
    files: ['src/**/*.ts', 'schema/**/*.ts', 'projections/**/*.ts', 'events/**/*.ts'],
    ignores: ['src/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
);
