module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // The browser tests run in Node, and a locator that waits is an assertion.
      files: ['e2e/**'],
      rules: {
        'no-restricted-imports': 'off',
        'jest/expect-expect': 'off',
      },
    },
  ],
});
