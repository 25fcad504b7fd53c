export { measureBundle } from './measureBundle';
