"""Macros in LibreOffice: a person's clicks, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from office import Office

_FILTERS = {".docx": "MS Word 2007 XML", ".txt": "Text (encoded)"}
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Settle(source, target, command, kind, words, better)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  document.RecordChanges = False
  If words &lt;&gt; "" Then
    search = document.createReplaceDescriptor()
    search.SearchString = words : search.ReplaceString = better : search.SearchCaseSensitive = True
    document.replaceAll(search)
  End If
  Dim store(1) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName" : store(0).Value = kind
  store(1).Name = "FilterOptions" : store(1).Value = "UTF8"
  document.storeToURL(target, store())
  document.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
  library:passwordprotected="false">
 <library:element library:name="Settling"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""


def settle(
    office: Office, document: Path, command: str, target: Path, replacing: Mapping[str, str] | None = None
) -> Path:
    """Opens a document, gives a command for all its tracked changes, writes words anew, and saves it as ``target``."""
    basic = office.profile / "user" / "basic"
    if not basic.exists():
        # Its first start would put an empty library there.
        office.run("--terminate_after_init")
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "Standard" / "Settling.xba").write_text(_MODULE, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY, "utf-8")
    (basic / "script.xlc").write_text(_LIBRARIES, "utf-8")
    ((old, new),) = (replacing or {"": ""}).items()
    values = (document.as_uri(), target.as_uri(), command, _FILTERS[target.suffix], old, new)
    given = ",".join(f'"{value}"' for value in values)
    # Without windows it may fall over its own tool bars once everything is done.
    with suppress(AssertionError):
        office.run(f"macro:///Standard.Settling.Settle({given})", seconds=60)
    assert target.is_file(), f"LibreOffice did not write {target.name}"
    return target
