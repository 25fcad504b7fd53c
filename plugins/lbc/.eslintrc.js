const message =
  'The page gets answers, not the schemas or the data: import the main entry of lbc-common. Tests may.';

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedSrcImports: [
    { name: 'zod', message },
    { name: '@lbc-backstage/plugin-lbc-common/schema', message },
    { name: '@lbc-backstage/plugin-lbc-common/knowledge-data', message },
  ],
});
