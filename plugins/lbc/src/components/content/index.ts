export { LoadBalancersContent } from './LoadBalancersContent';
