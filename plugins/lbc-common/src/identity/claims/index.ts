export * from './types';
export * from './ingress';
export * from './service';
export * from './gateway';
