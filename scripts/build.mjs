// Builds apps of packages/ as they run in production: node scripts/build.mjs app
import { buildApp } from './lib/build.mjs';

for (const app of process.argv.slice(2)) {
  console.log(`Building packages/${app} …`);
  await buildApp(app);
}
