"""What a page may never do: complain, break its own policy, or speak to another host."""

import time

# A violation of the policy, and a script that ran, are reported as errors on the console, where Watch hears them.
WATCHER = """
document.addEventListener('securitypolicyviolation', function (event) {
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});
window.alert = function () { console.error('a script ran'); };
window.shifts = [];
new PerformanceObserver(function (list) {
  list.getEntries().forEach(function (entry) {
    if (entry.hadRecentInput) return;
    var source = entry.sources[0] && entry.sources[0].node;
    var element = source && (source.nodeType === 1 ? source : source.parentElement);
    window.shifts.push([entry.value, element ? element.outerHTML.slice(0, 120) : '']);
  });
}).observe({ type: 'layout-shift', buffered: true });
"""


def until(page, condition, seconds=10):
    """Waits for a condition in the page; the pages' policy forbids the polling that Playwright would put into them."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(20)


class Watch:
    """Collects the complaints of one page."""

    def __init__(self, page, homes):
        self.complaints = []
        self.homes = homes
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        page.on("request", self.on_request)
        page.on("requestfailed", self.on_failure)
        page.on("response", self.on_response)

    def on_console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text}")

    def on_request(self, request):
        if not any(request.url.startswith(home) for home in self.homes) and not request.url.startswith("data:"):
            self.complaints.append(f"request to elsewhere: {request.url}")

    def on_failure(self, request):
        # A page that is left while it loads gives up what it was loading.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def on_response(self, response):
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
