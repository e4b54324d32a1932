/** The address bar holds the view: what is shown is read from it, so that it can be sent to a colleague. */

type Changes = Record<string, string | number | null | undefined>;

class Address {
  path = $state(location.pathname);
  query = $state(location.search);
  readonly params = $derived(new URLSearchParams(this.query));

  constructor() {
    addEventListener("popstate", () => this.#read());
    addEventListener("click", (event) => this.#follow(event));
  }

  get(name: string): string | null {
    return this.params.get(name);
  }

  /** The address of this view with some of its values changed; null and "" take a value away. */
  changed(changes: Changes): string {
    const params = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === undefined || value === "") params.delete(name);
      else params.set(name, String(value));
    }
    const query = params.toString();
    return this.path + (query ? `?${query}` : "");
  }

  /** Change values of this view; `replace` leaves no step in the browser's history. */
  change(changes: Changes, replace = false): void {
    this.go(this.changed(changes), replace);
  }

  go(to: string, replace = false): void {
    const before = this.path;
    history[replace ? "replaceState" : "pushState"](null, "", to);
    this.#read();
    if (this.path !== before) scrollTo(0, 0);
  }

  #read(): void {
    this.path = location.pathname;
    this.query = location.search;
  }

  /** Links within the desk are followed without loading it anew. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    if (link.hash && link.pathname === this.path) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const address = new Address();
