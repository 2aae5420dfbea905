"""The floor of the start-up benchmark: a Click program in one file, with as many commands as claimkit."""

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("1")
@click.option("-C", "--workspace", default=".", help="A folder.")
def main(workspace: str) -> None:
    """Eight commands that do nothing."""


for name in ("init", "split", "show", "annotate", "status", "check", "publish", "export"):

    @main.command(name)
    @click.argument("slug")
    @click.option("--json", "as_json", is_flag=True, help="JSON.")
    def command(slug: str, as_json: bool) -> None:
        """A command."""


if __name__ == "__main__":
    main()
