// npm run pack: tarballs of the plugins, as they would be published.
import { pack, tarballDir } from './lib/pack.mjs';

await pack();
console.log(`The tarballs are in ${tarballDir}`);
