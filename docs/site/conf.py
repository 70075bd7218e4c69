"""The documentation site: `sphinx-build -W docs/site OUT`.

Pages are in French, the reference of the API and the technical pages in English.  What stands
elsewhere already (notebooks, technical pages, ontology, commands) is copied or generated when the
site is built, and not kept here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

project = "Faisceau"
author = "Faisceau"
language = "fr"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["annotations"]
html_theme = "furo"
html_title = "Faisceau"
html_show_copyright = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
nb_execution_mode = "off"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
default_role = "code"
suppress_warnings = ["misc.highlighting_failure"]  # the lexer of Cypher knows no "+"


def setup(app: Sphinx) -> None:
    """Write what is generated before the pages are read."""
    from generated import write

    app.connect("builder-inited", lambda app: write(Path(app.srcdir)))
