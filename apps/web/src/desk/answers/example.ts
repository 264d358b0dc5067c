/** How a text reads with an example in each place; what stands in braces and is no place stays as it is. */
export function withExamples(text: string, exampleOf: (place: string) => string | undefined): string {
  return text.replace(/\{\{([^{}]{0,80})\}\}/g, (whole, inner: string) => exampleOf(inner.trim()) ?? whole);
}
