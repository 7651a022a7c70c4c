/** Shows the card of an entity while the pointer or the focus rests on its name. Knows elements, not what is in them. */

/** The pause before a card comes and before it goes, in milliseconds, so that the pointer can pass, and get from name to card. */
const PAUSE = 200;
const MARGIN = 8;

export function showCards(): void {
  let shown: { readonly card: HTMLElement; readonly name: Element } | undefined;
  let timer: number | undefined;

  const hide = (): void => {
    clearTimeout(timer);
    if (shown) shown.card.hidden = true;
    shown = undefined;
  };
  const show = (name: Element): void => {
    const card = document.getElementById(name.getAttribute('aria-describedby') ?? '');
    if (!card) return;
    hide();
    card.hidden = false;
    place(card, name);
    shown = { card, name };
  };
  const nameAt = (target: EventTarget | null): Element | undefined =>
    target instanceof Element ? (target.closest('a[aria-describedby]') ?? undefined) : undefined;
  const isOnCard = (target: EventTarget | null): boolean =>
    target instanceof Node && shown?.card.contains(target) === true;

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    clearTimeout(timer);
    const name = nameAt(target);
    if (name === shown?.name || isOnCard(target)) return;
    timer = window.setTimeout(() => (name ? show(name) : hide()), PAUSE);
  });
  document.addEventListener('focusin', ({ target }) => {
    const name = nameAt(target);
    if (name?.matches(':focus-visible')) show(name);
    else hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  document.addEventListener('scroll', hide, { passive: true });
}

/** Under the name, or above it where there is more room. */
function place(card: HTMLElement, name: Element): void {
  const around = name.getClientRects()[0] ?? name.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = around.bottom + 4;
  const top = below + height + MARGIN > clientHeight && around.top > height ? around.top - height - 4 : below;
  const left = Math.max(MARGIN, Math.min(around.left, clientWidth - width - MARGIN));
  card.style.top = `${top}px`;
  card.style.left = `${left}px`;
}
