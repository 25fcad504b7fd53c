export { timeRequests } from './timeRequests';
