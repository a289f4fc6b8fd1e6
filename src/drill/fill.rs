//! Blanks of a script are filled once: what fills them is text, whatever braces it has.

/// What fills the blanks.
pub struct Blanks {
    pub country: String,
    pub organization: String,
    pub channels: String,
}

impl Blanks {
    /// The text with its blanks filled.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            filled.push_str(&rest[..at]);
            rest = &rest[at..];
            let blank = [
                ("{country}", &self.country),
                ("{organization}", &self.organization),
                ("{channels}", &self.channels),
            ]
            .into_iter()
            .find(|(blank, _)| rest.starts_with(blank));
            let (written, by) = blank.map_or(("{", "{"), |(blank, by)| (blank, by.as_str()));
            filled.push_str(by);
            rest = &rest[written.len()..];
        }
        filled + rest
    }

    pub fn all(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.fill(text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Blanks;

    #[test]
    fn what_fills_a_blank_is_not_filled_again() {
        let blanks = Blanks {
            country: "{channels}".to_owned(),
            organization: "Acme {country}".to_owned(),
            channels: "WhatsApp".to_owned(),
        };
        let text = "{organization} in {country}: {channels}, {x";
        assert_eq!(blanks.fill(text), "Acme {country} in {channels}: WhatsApp, {x");
    }
}
