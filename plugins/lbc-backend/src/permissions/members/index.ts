export { meets } from './judge';
export { MemberView } from './MemberView';
export type { WholeSubject } from './judgeMembers';
