'use client'

const politeId = 'live-polite'
const assertiveId = 'live-assertive'

/** The two regions a screen reader listens to; once, in the root layout. */
export function LiveRegion() {
  return (
    <div className="sr-only">
      <output id={politeId} aria-live="polite" />
      <div id={assertiveId} role="alert" aria-live="assertive" />
    </div>
  )
}

/** Says a sentence to a screen reader. `assertive` interrupts: for what went wrong only. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const region = document.getElementById(urgency === 'polite' ? politeId : assertiveId)
  if (!region) return
  const sentence = document.createElement('span')
  sentence.textContent = text
  // A new node each time, so that the same sentence said twice is read twice.
  region.replaceChildren(sentence)
}
