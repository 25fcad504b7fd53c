// What the tarballs of the plugins hold, and whether they can be used.
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.test.cjs'],
  testEnvironment: 'node',
  testTimeout: 180_000,
  transform: {},
};
