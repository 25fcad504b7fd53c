export { answerRequests } from './answerRequests';
export { BenchProcess } from './BenchProcess';
