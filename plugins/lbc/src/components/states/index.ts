export { EmptyLoadBalancers } from './EmptyLoadBalancers';
export { LoadError } from './LoadError';
export { PlainState } from './PlainState';
export { Problems } from './Problems';
export { DetailSkeleton, PageSkeleton } from './Skeletons';
