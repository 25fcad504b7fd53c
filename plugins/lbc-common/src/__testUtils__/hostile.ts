import fc from 'fast-check';

/** What somebody may have written into a name, a tag, a host or a path. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  "x'; rm -rf / #",
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  'a\ntouch pwned\n',
  "'\ntouch pwned\n'",
  '\u0003\ntouch pwned\n',
  '\u001b[201~touch pwned\n',
  '\u001b[2J\u001b]0;owned\u0007',
  'ok\r\nerror: everything was deleted',
  '\u0085x\u2028y\u2029z',
  '--server=http://attacker.example',
  '-oyaml',
  '~root',
  '!!',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '](javascript:alert(1)) ![x](http://attacker.example/x.png)',
  '[x]: http://attacker.example',
  'see http://attacker.example/ and www.attacker.example',
  '@everyone #1 a@attacker.example',
  '```\n# heading\n```',
  '~~~',
  '| a | b |\n|---|---|',
  '&lt;b&gt; &#64; &amp;',
  '{name} {{x}} ${x} $& $1',
  'gpj.\u202eexe',
  '\u2066abc\u2069',
  'zero\u200bwidth',
  '\ud800',
  '__proto__',
  'constructor',
  'x'.repeat(256),
  '\u{1f4a3}'.repeat(128),
];

/** Those, and mixtures of their pieces. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'\'"`$(){}[]<>|&;!#*?~=%\\\n\r\t \u0000\u001b\u0007\u007f\u202e\u2066'.split(
            '',
          ),
        ),
        fc.constantFrom(...HOSTILE),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map(parts => parts.join('').slice(0, 256)),
);
