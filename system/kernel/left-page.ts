/** The script that makes a page forget itself when it is left. Threat: browsers keep a left page alive, `no-store` or not, and show it again without asking anybody (HTML §7.4.2, the back/forward cache): after somebody signed out, the page before is still there for whoever sits down next (K-04, S7). */

/** Constant, and allowed by its hash. What is kept is empty, and asks for itself anew when it is shown again. */
export const leftPageScript =
  "addEventListener('pagehide',()=>document.documentElement.replaceChildren());addEventListener('pageshow',({persisted})=>{if(persisted)location.reload()})";
