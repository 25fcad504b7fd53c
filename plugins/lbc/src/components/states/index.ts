export { EmptyLoadBalancers } from './EmptyLoadBalancers';
export { StaleNotice } from './StaleNotice';
export { LoadError } from './LoadError';
export { PlainState } from './PlainState';
export { Problems } from './Problems';
export { DetailSkeleton, PageSkeleton } from './Skeletons';
