const page = (title: string, body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Example Dental</title></head>
<body><nav><a href="/">Home</a> <a href="/treatments">Treatments</a> <a href="/contact">Contact</a></nav><main>${body}</main>
<footer>Example Dental, 12 Lake Road, Kolkata 700029. Call 033 4000 1234.</footer></body></html>`

/** The website of a dental practice that does not exist. */
export const dentalSite: Readonly<Record<string, string>> = {
  '/': page(
    'Welcome',
    '<h1>Example Dental</h1><p>A family dental practice since 1998. We care for the teeth of children and grown-ups in three treatment rooms.</p>',
  ),
  '/treatments': page(
    'Treatments',
    `<h1>Treatments and prices</h1>
    <table><tr><th>Treatment</th><th>Price</th></tr><tr><td>Check-up</td><td>₹500</td></tr><tr><td>Teeth whitening</td><td>₹4,500</td></tr><tr><td>Root canal</td><td>₹7,000</td></tr></table>
    <h2>Payment</h2><p>We accept cash, UPI and credit cards.</p>`,
  ),
  '/contact': page(
    'Contact',
    `<h1>Contact us</h1><p>Address: 12 Lake Road, Kolkata 700029</p><p>Telephone: <a href="tel:+913340001234">033 4000 1234</a></p>
    <p>E-mail: <a href="mailto:hello@example.com">hello@example.com</a></p><h2>Opening hours</h2><p>Monday to Friday: 9:00 - 18:00<br>Saturday: 10:00 - 14:00<br>Sunday: closed</p>`,
  ),
}
