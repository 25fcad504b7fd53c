export { planAnnotation } from './planAnnotation';
export type { PlanAnnotation } from './planAnnotation';
