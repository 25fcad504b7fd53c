export { Plan } from './Plan';
