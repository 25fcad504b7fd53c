module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: {
        // Tests judge the sandbox's recordings; the package itself does not need it.
        '@backstage/no-mixed-plugin-imports': 'off',
        'jest/expect-expect': [
          'error',
          { assertFunctionNames: ['expect', 'fc.assert'] },
        ],
      },
    },
  ],
});
