//! Takes comments and indentation out of the scripts and styles that are shipped: people read them in `www/`,
//! browsers download them. Works by lines, so that no string is ever touched. Pure.

/// A script or style without the lines that are comments, blank lines and indentation. Left as it is where a
/// template literal has several lines, because what looks like a comment there is none.
pub fn strip(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut inside = false;
    for line in source.lines().map(str::trim) {
        if inside {
            inside = !line.ends_with("*/");
            continue;
        }
        match line.find("*/") {
            _ if line.is_empty() || line.starts_with("//") => {}
            None if line.starts_with("/*") => inside = true,
            Some(end) if line.starts_with("/*") && end + 2 == line.len() => {}
            _ if !line.matches('`').count().is_multiple_of(2) => return source.to_owned(),
            _ => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn comments_of_their_own_lines_go_and_code_stays() {
        let source = "// What it is.\n/** Doc. */\nlet a = 1; // kept\n\n/*\n * long\n */\n  let b = \"// no\";\n/* a */ c(); /* b */\n";
        assert_eq!(strip(source), "let a = 1; // kept\nlet b = \"// no\";\n/* a */ c(); /* b */\n");
    }

    #[test]
    fn a_template_of_several_lines_stays_whole() {
        let source = "const a = `\n// no comment\n`;\n";
        assert_eq!(strip(source), source);
    }
}
