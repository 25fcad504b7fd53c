export { serveApi } from './serveApi';
