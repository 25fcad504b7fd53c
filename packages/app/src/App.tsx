import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/**
 * The plugins come by feature discovery (`app.packages: all`): every
 * dependency of this package that exports one is installed.
 */
export default createApp({ features: [navModule] });
