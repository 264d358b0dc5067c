import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const server = ['apps/{api,worker,cli}/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts'];
const serverTests = ['libs/**/*.spec.ts', 'apps/{api,worker,cli}/**/*.spec.ts', 'test/**/*.ts'];

/** Time comes from an injected Clock or from the database, so that it can be turned in a test and two servers cannot disagree. */
const noAmbientTime = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Inject Clock, or use tx.now / tx.instant().',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject Clock, or use tx.now / tx.instant().' },
  { selector: "CallExpression[callee.name='Date']", message: 'Inject Clock, or use tx.now / tx.instant().' },
];

/** A module is entered by its index alone, as #module; relative paths stay within the module. */
const throughTheIndex = [
  { regex: '^(\\.\\./)+libs/', message: 'Import a module as #module.' },
  { group: ['#*/*'], message: "Only a module's index may be imported, as #module." },
];
const withinTheModule = { regex: '^(\\.\\./){2,}[a-z-]+/src/', message: 'Import another module as #module.' };

export default typescript.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'test-results/', 'playwright-report/', 'apps/web/src/shared/api-schema.ts'] },
  js.configs.recommended,
  { rules: { 'no-useless-assignment': 'off' } }, // It does not see what only a decorator uses.
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-unexpected-multiline': 'off', // It takes a method named delete for the operator.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: [...server, 'test/{e2e,journeys,architecture,factories,support,faults}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  { files: server, rules: { 'no-restricted-imports': ['error', { patterns: throughTheIndex }], 'no-console': 'error' } },
  { files: ['libs/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [...throughTheIndex, withinTheModule] }] } },
  { files: server, ignores: ['libs/kernel/**', ...serverTests], rules: { 'no-restricted-syntax': ['error', ...noAmbientTime] } },
  { files: ['apps/cli/**/*.ts', 'apps/api/src/process.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'react-hooks/incompatible-library': 'off', // It speaks for a compiler that is not used here.
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^#|/libs/', message: "The web app knows the server by its API's description alone." }] },
      ],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['apps/web/public/**/*.js'], languageOptions: { globals: globals.browser } },
);
