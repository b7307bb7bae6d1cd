/** What Word puts on the clipboard for a letter with a struck word, an underlined one, a tracked change, a footnote and a table. */
export const WORD_CLIPBOARD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt;} span.MsoFootnoteReference {vertical-align:super;} @page WordSection1 {size:595.3pt 841.9pt;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'><b><u><span style='font-size:14.0pt'>MEETING</span></u></b> <span style='text-decoration:underline'>at noon</span> with <s>Mr Brown</s> Mr Green<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a> on <span style='text-decoration:line-through;mso-x:1'>Monday</span> Tuesday<span class=msoIns><ins cite="mailto:Ruth" datetime="2026-11-30T10:00">, early</ins></span>.<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'>
  <td width=200 valign=top style='width:150.4pt'>
  <p class=MsoNormal>Present<o:p></o:p></p>
  </td>
  <td width=200 valign=top style='width:150.4pt'>
  <p class=MsoNormal>Office<o:p></o:p></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=200 valign=top><p class=MsoNormal>Mr Green</p></td>
  <td width=200 valign=top><p class=MsoNormal>Treasury</p><p class=MsoNormal>and Board</p></td>
 </tr>
</table>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> The younger brother.<o:p></o:p></p>
<p class=MsoFootnoteText>He died in 1911.<o:p></o:p></p>
</div></div>
</body></html>`

/** The same words as LibreOffice Writer puts them there. */
export const WRITER_CLIPBOARD = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.8 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115% } a.sdfootnoteanc { font-size: 57% }</style></head>
<body lang="en-GB" link="#000080" dir="ltr"><p style="line-height: 100%; margin-bottom: 0cm"><u>MEETING</u> <u>at noon</u> with <strike>Mr Brown</strike> Mr Green<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> on <del>Monday</del> Tuesday<ins>, early</ins>.</p>
<table width="643" cellpadding="4" cellspacing="0"><colgroup><col width="313"/><col width="313"/></colgroup><tbody>
<tr valign="top"><td width="313" style="border: 1px solid #000000"><p>Present</p></td><td width="313"><p>Office</p></td></tr>
<tr valign="top"><td width="313"><p>Mr Green</p></td><td width="313"><p>Treasury</p><p>and Board</p></td></tr></tbody></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The younger brother.</p><p class="sdfootnote">He died in 1911.</p></div>
</body></html>`
