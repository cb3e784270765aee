/** Hands a text to the person as a file of that name. */
export function downloadText({ text, fileName, contentType }: { text: string; fileName: string; contentType: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: contentType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has begun to read it by the next turn; until then the address has to hold.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
