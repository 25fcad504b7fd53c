import { IamDocument } from '@lbc-backstage/plugin-lbc-common';

/** No policy of IAM is nearly as large. */
export const MAX_DOCUMENT_CHARACTERS = 200 * 1024;

/** What IAM says of a policy's text: percent-encoded JSON, which may be anything. */
export function readDocument(
  text: unknown,
): Pick<IamDocument, 'document' | 'problem'> {
  if (typeof text !== 'string') {
    return { problem: 'not-read' };
  }
  // Encoded, a character is three at most (and one outside of ASCII more).
  if (text.length > 3 * MAX_DOCUMENT_CHARACTERS) {
    return { problem: 'too-large' };
  }
  try {
    const decoded = decodeURIComponent(text);
    if (decoded.length > MAX_DOCUMENT_CHARACTERS) {
      return { problem: 'too-large' };
    }
    const document: unknown = JSON.parse(decoded);
    // What can't be written again can't be kept: brackets in brackets in brackets.
    JSON.stringify(document);
    return { document };
  } catch {
    return { problem: 'not-json' };
  }
}
