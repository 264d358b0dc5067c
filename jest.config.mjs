const typescript = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const javascript = [
  '@swc/jest',
  { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
];

const joined = process.env.ATBALSTS_TEST_JOINED;

export default {
  testEnvironment: 'node',
  // A whole run gives the joined files of test/support/joined-specs.mjs instead of the ones that they hold.
  testMatch: joined ? ['<rootDir>/{apps,libs,test}/**/*.spec.ts', `${joined}/*.spec.ts`] : ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '<rootDir>/test/browser/',
    '/node_modules/',
    ...(joined ? ['<rootDir>/test/e2e/', '<rootDir>/(apps|libs)/.*(?<!\\.property)\\.spec\\.ts$'] : []),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^file-type$': '<rootDir>/node_modules/file-type/index.js', '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': typescript, '^.+\\.m?js$': javascript },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|file-type|strtok3|token-types|@tokenizer|uint8array-extras|load-esm|uid|@borewit|find-my-way|light-my-request|@fastify|temporal-polyfill|temporal-utils|temporal-spec|fast-check|pure-rand|content-disposition|cookie|csv-parse|nodemailer|date-[a-z-]+|astronomia|caldate|msgpackr|toad-cache|set-cookie-parser|keyv|glob|minimatch|path-scurry|minipass|brace-expansion|balanced-match|openapi-fetch|formidable|mime|nanoid|openid-client|oauth4webapi|jose)/)',
  ],
  testTimeout: 30_000,
};
