/** Gives the browser a file to keep. */
export function download(file: {
  name: string;
  content: string;
  type: string;
}): void {
  const { name, content, type } = file;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
