export { Ladder } from './Ladder';
