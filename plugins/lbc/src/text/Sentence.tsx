import type { ApiMessage } from '@lbc-backstage/plugin-lbc-common';
import { useText } from './useText';

/** The sentence for a message, with the values it names as plain text. */
export function Sentence(props: { message: ApiMessage }) {
  return <>{useText().say(props.message)}</>;
}
