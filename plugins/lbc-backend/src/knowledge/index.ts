export { KnowledgeSlot } from './KnowledgeSlot';
