export { SubjectDetails } from './SubjectDetails';
