export { Filters } from './Filters';
export { SubjectList } from './SubjectList';
export { applyFilters, ownerName, subjectName } from './describe';
