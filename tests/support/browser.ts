/** What a browser does with the sandbox's pages: opens them, and sends their forms from them. */
import { type Element, findAll, readMarkup } from "./markup.ts";

export interface Browser {
  /** A page, wherever it leads. */
  opens(path: string): Promise<Element>;
  /** What is swapped into the page after something was sent from it. Open the page first. */
  sends(path: string, fields: readonly (readonly [string, string])[]): Promise<Element>;
}

export function openBrowser(address: string): Browser {
  let cookie = "";
  let token = "";

  async function read(response: Response): Promise<Element> {
    const body = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${body}`);
    return readMarkup(body);
  }

  return {
    async opens(path) {
      const response = await fetch(`${address}${path}`);
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      const page = await read(response);
      const [body] = findAll(page, ({ name }) => name === "body");
      const headers = JSON.parse(body?.attributes["hx-headers:inherited"] ?? "{}");
      token = headers["x-csrf"] ?? token;
      return page;
    },
    async sends(path, fields) {
      const response = await fetch(`${address}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          origin: address,
          cookie,
          "x-csrf": token,
        },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      });
      return read(response);
    },
  };
}
