export { Axes } from './Axes';
