export { EntityLoadBalancersCard } from './EntityLoadBalancersCard';
