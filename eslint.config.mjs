import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typed = {
  files: ['**/*.ts', '**/*.tsx'],
  extends: [tseslint.configs.strict],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/ban-ts-comment': [
      'error',
      { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
    ],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
  },
};

/** A focused test silences all others of its file. */
const tests = {
  files: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-properties': [
      'error',
      ...['describe', 'it', 'test'].map((object) => ({ object, property: 'only' })),
    ],
  },
};

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', '.local/', 'coverage/'] },
  { linterOptions: { noInlineConfig: true } },
  typed,
  tests,
  {
    // The plugin's other rules are for React's compiler, which React 17 does not have.
    files: ['public/**/*.ts', 'public/**/*.tsx', 'workbench/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
  },
);
